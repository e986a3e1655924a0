function Get-InnkeeperFact {
    <#
    .SYNOPSIS
        Reads the whole host, section by section, and answers { facts, sections, hyperVModuleVersion }. It changes nothing.
    .DESCRIPTION
        The order is by worth: when the run's time is used up, what comes last is missing. So what takes long for VMs, and is
        kept from earlier runs, comes after every section that the server judges. A section that fails costs no other.
    #>
    [CmdletBinding()]
    [OutputType([hashtable])]
    param (
        # What only this process knows: { machineId, ubr, rights }.
        [Parameter(Mandatory)] [hashtable] $Machine,

        # Slow facts of earlier runs. What is read anew is put in.
        [Parameter(Mandatory)] [System.Collections.IDictionary] $Cache,
        [int] $BudgetSeconds = 150
    )
    $run = @{
        worker              = New-InnkeeperWorker
        cache               = $Cache
        nowMs               = ConvertTo-InnkeeperUnixTime (Get-InnkeeperTime)
        sections            = [System.Collections.Generic.List[object]]::new()
        watch               = [System.Diagnostics.Stopwatch]::StartNew()
        budgetSeconds       = $BudgetSeconds
        hyperVModuleVersion = $null
    }
    try {
        $facts = [ordered]@{}
        $facts['host'] = Read-InnkeeperHostFact $run $Machine
        $vms = Read-InnkeeperVmFact $run $facts['host']
        $facts['vms'] = $null
        $facts['switches'] = Read-InnkeeperSection $run 'switches' 'Get-InnkeeperSwitchSection' 15
        $facts['hostAdapters'] = Read-InnkeeperSection $run 'hostAdapters' 'Get-InnkeeperHostAdapterSection' 20
        $keywords = Read-InnkeeperCached $run 'physicalAdapters.keywords' @('all') 3600 {
            param($Due)
            $reading = Invoke-InnkeeperTimedStep $run 'Get-InnkeeperKeywordPart' @{} 20
            if ($null -ne $reading.value) { $reading.value = @{ all = $reading.value } }
            $reading
        }
        $facts['physicalAdapters'] = Read-InnkeeperSection $run 'physicalAdapters' 'Get-InnkeeperPhysicalAdapterSection' 30 @{ Keyword = $keywords['all'] }
        $facts['teams'] = Read-InnkeeperSection $run 'teams' 'Get-InnkeeperTeamSection' 15
        $facts['smb'] = Read-InnkeeperSection $run 'smb' 'Get-InnkeeperSmbSection' 20
        if ($null -ne $vms) { $facts['vms'] = Join-InnkeeperVmFact $run $vms }
    }
    # It is idle: one that hung has been left behind. Closing alone would leave its thread.
    finally { $run.worker.runspace.Dispose() }
    @{ facts = $facts; sections = $run.sections.ToArray(); hyperVModuleVersion = $run.hyperVModuleVersion }
}
