function Get-InnkeeperProperty {
    <#
    .SYNOPSIS
        Returns a property of an object, or null if this version of Windows does not have it: strict mode would throw.
    #>
    [CmdletBinding()]
    param (
        [Parameter(Mandatory)] [AllowNull()] [object] $From,
        [Parameter(Mandatory)] [string] $Name
    )
    if ($null -eq $From) { return $null }
    $property = $From.PSObject.Properties[$Name]
    if ($null -eq $property) { return $null }
    $property.Value
}
