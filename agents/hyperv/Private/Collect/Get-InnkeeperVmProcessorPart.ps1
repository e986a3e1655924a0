function Get-InnkeeperVmProcessorPart {
    <#
    .SYNOPSIS
        Reads whether nested virtualization is enabled for each VM, by VM id. Changes only while a VM is off: read occasionally.
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
