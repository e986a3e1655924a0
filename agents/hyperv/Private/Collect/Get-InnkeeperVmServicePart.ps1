function Get-InnkeeperVmServicePart {
    <#
    .SYNOPSIS
        Reads the integration services by VM id. The component GUID at the end of its id identifies a service: its name is localized.
    #>
    [CmdletBinding()]
    [OutputType([hashtable])]
    param ([Parameter(Mandatory)] [AllowEmptyCollection()] [object[]] $Vm)
    Get-InnkeeperVmPart 'Get-VMIntegrationService' { Hyper-V\Get-VMIntegrationService -VM $Vm } $Vm ([ordered]@{
            id                  = 'device', 'Id'
            name                = 'text', 'Name'
            enabled             = 'flag', 'Enabled'
            primaryStatus       = 'code', 'PrimaryOperationalStatus'
            primaryStatusText   = 'text', 'PrimaryStatusDescription'
            secondaryStatus     = 'code', 'SecondaryOperationalStatus'
            secondaryStatusText = 'text', 'SecondaryStatusDescription'
        }) 'id'
}
