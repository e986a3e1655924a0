function Get-InnkeeperVmServicePart {
    <#
    .SYNOPSIS
        Integration services by VM id. The service is known by the component GUID at the end of its id: its name is translated.
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
        })
}
