function Get-InnkeeperVmIdOf {
    <#
    .SYNOPSIS
        The VM that an object belongs to, as the wire writes its id: from VMId, or from an id of the form "Microsoft:<VM>\<device>".
    #>
    [CmdletBinding()]
    [OutputType([string])]
    param ([Parameter(Mandatory)] [AllowNull()] [object] $Value)
    $text = [string] $Value
    if ($text.StartsWith('Microsoft:', 'OrdinalIgnoreCase')) { $text = $text.Substring(10).Split('\')[0] }
    ConvertTo-InnkeeperValue guid $text
}
