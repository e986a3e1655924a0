function Get-InnkeeperVmIdOf {
    <#
    .SYNOPSIS
        Returns the id of the VM that an object belongs to, in report format: from VMId, or from an id of the form "Microsoft:<VM>\<device>".
    #>
    [CmdletBinding()]
    [OutputType([string])]
    param ([Parameter(Mandatory)] [AllowNull()] [object] $Value)
    $text = [string] $Value
    if ($text.StartsWith('Microsoft:', 'OrdinalIgnoreCase')) { $text = $text.Substring(10).Split('\')[0] }
    ConvertTo-InnkeeperValue guid $text
}
