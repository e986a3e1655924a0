function Get-InnkeeperVlanId {
    <#
    .SYNOPSIS
        The VLAN of a virtual adapter: 0 untagged, its own in access mode; null for trunk and private, which one number cannot say.
    #>
    [CmdletBinding()]
    [OutputType([long])]
    param ([Parameter(Mandatory)] [object] $Adapter)
    $setting = Get-InnkeeperProperty $Adapter 'VlanSetting'
    switch ([string] (Get-InnkeeperProperty $setting 'OperationMode')) {
        'Untagged' { return [long] 0 }
        'Access' { return ConvertTo-InnkeeperInteger (Get-InnkeeperProperty $setting 'AccessVlanId') }
        default { return $null }
    }
}
