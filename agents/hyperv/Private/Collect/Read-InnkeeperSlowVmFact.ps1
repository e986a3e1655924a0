function Read-InnkeeperSlowVmFact {
    <#
    .SYNOPSIS
        Returns data that is slow to read and rarely changes, by VM id and from the cache while it is fresh: { firmware, security, merged }.
    #>
    [CmdletBinding()]
    [OutputType([hashtable])]
    param (
        [Parameter(Mandatory)] [hashtable] $Run,
        [Parameter(Mandatory)] [AllowEmptyCollection()] [object[]] $Vm,
        [Parameter(Mandatory)] [hashtable] $Basic
    )
    $ids = @(foreach ($one in $Vm) { $one.Id.ToString() })
    $second = @(foreach ($id in $ids) { if ($Basic[$id]['generation'] -eq 2) { $id } })
    $chosen = { param($Due) @(foreach ($one in $Vm) { if ($Due -contains $one.Id.ToString()) { $one } }) }

    # A host with hundreds of VMs is read in several runs: VMs that were not reached are read first in the next one.
    $config = Read-InnkeeperCached $Run 'vms.config' $ids 300 -IsPiecemeal {
        param($Due)
        $progress = [hashtable]::Synchronized(@{})
        $reading = Invoke-InnkeeperTimedStep $Run 'Get-InnkeeperVmConfigPart' @{ Vm = @(& $chosen $Due); BudgetSeconds = 30; Progress = $progress } 40
        $reading.value = $progress.Clone()
        $reading
    }
    $firmware = Read-InnkeeperCached $Run 'vms.firmware' $second 3600 {
        param($Due)
        Invoke-InnkeeperTimedStep $Run 'Get-InnkeeperVmFirmwarePart' @{ Vm = @(& $chosen $Due) } 30
    }
    $security = Read-InnkeeperCached $Run 'vms.security' $ids 21600 -IsPiecemeal {
        param($Due)
        $progress = [hashtable]::Synchronized(@{})
        $reading = Invoke-InnkeeperTimedStep $Run 'Get-InnkeeperVmSecurityPart' @{ Vm = @(& $chosen $Due); BudgetSeconds = 20; Progress = $progress } 30
        $reading.value = $progress.Clone()
        $reading
    }
    $processors = Read-InnkeeperCached $Run 'vms.processors' $ids 3600 {
        param($Due)
        Invoke-InnkeeperTimedStep $Run 'Get-InnkeeperVmProcessorPart' @{ Vm = @(& $chosen $Due) } 20
    }
    $settings = Read-InnkeeperCached $Run 'vms.settings' $ids 21600 {
        param($Due)
        Invoke-InnkeeperTimedStep $Run 'Get-InnkeeperVmSettingPart' @{} 20
    }
    $drives = Read-InnkeeperCached $Run 'vms.drives' $ids 3600 {
        param($Due)
        Invoke-InnkeeperTimedStep $Run 'Get-InnkeeperVmDrivePart' @{ Vm = @(& $chosen $Due) } 30
    }
    @{ firmware = $firmware; security = $security; merged = @($config, $processors, $settings, $drives) }
}
