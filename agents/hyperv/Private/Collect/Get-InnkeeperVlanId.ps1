function Get-InnkeeperVlanId {
    <#
    .SYNOPSIS
        Returns the VLAN of a virtual adapter: 0 if untagged, its id in access mode; null for trunk and private, which one number cannot express.
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
