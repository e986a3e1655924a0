function Get-InnkeeperFact {
    <#
    .SYNOPSIS
        Reads the whole host, section by section, and returns { facts, sections, hyperVModuleVersion }. It changes nothing.
    .DESCRIPTION
        The order is by importance: when the run's time is used up, the last sections are missing. So VM data that takes long, and
        is kept from earlier runs, comes after all sections that the server evaluates. A failed section does not affect others.
    #>
    [CmdletBinding()]
    [OutputType([hashtable])]
    param (
        # Data that only this process has: { machineId, ubr, rights }.
        [Parameter(Mandatory)] [hashtable] $Machine,

        # Slow facts from earlier runs. Newly read ones are added.
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
        $facts['smb'] = Read-InnkeeperSmbFact $run
        if ($null -ne $vms) { $facts['vms'] = Join-InnkeeperVmFact $run $vms }
    }
    # The runspace is idle: one that hung has been abandoned. Closing alone would leave its thread.
    finally { $run.worker.runspace.Dispose() }
    @{ facts = $facts; sections = $run.sections.ToArray(); hyperVModuleVersion = $run.hyperVModuleVersion }
}
