function Get-InnkeeperVmProcessorPart {
    <#
    .SYNOPSIS
        Whether nested virtualization is offered to each VM, by VM id. Changes while a VM is off only: read now and then.
    #>
    [CmdletBinding()]
    [OutputType([hashtable])]
    param ([Parameter(Mandatory)] [AllowEmptyCollection()] [object[]] $Vm)
    $reading = Get-InnkeeperVmPart 'Get-VMProcessor' { Hyper-V\Get-VMProcessor -VM $Vm } $Vm ([ordered]@{ exposeVirtualizationExtensions = 'flag', 'ExposeVirtualizationExtensions' })
    if ($null -ne $reading.value) {
        foreach ($id in @($reading.value.Keys)) {
            if ($reading.value[$id].Count -eq 1) { $reading.value[$id] = $reading.value[$id][0] } else { $reading.value.Remove($id) }
        }
    }
    $reading
}
