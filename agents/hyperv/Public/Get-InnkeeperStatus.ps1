function Get-InnkeeperStatus {
    <#
    .SYNOPSIS
        Shows the state of the agent on one screen: version, server, last snapshot, pending snapshots, last error and what to do.
    .DESCRIPTION
        Only reads the agent's files, and can be run during a run of the agent.
    .EXAMPLE
        Get-InnkeeperStatus

        Shows the status. Contacts neither the server nor Hyper-V.
    .OUTPUTS
        An object.
    #>
    [CmdletBinding()]
    param (
        # The agent's data folder, if it is not C:\ProgramData\Innkeeper.
        [string] $DataPath
    )
    $path = Get-InnkeeperPath $DataPath
    $setting = Get-InnkeeperSetting $path
    $status = [ordered]@{ version = Get-InnkeeperVersion; isInstalled = $null -ne $setting }
    if ($null -eq $setting) {
        $status['advice'] = 'The agent is not installed here. Run Install-Innkeeper.'
        return [pscustomobject] $status
    }
    try { $state = Read-InnkeeperState $path }
    catch {
        $status['lastError'] = Get-InnkeeperErrorText $_
        $status['advice'] = 'The agent''s state cannot be read. The next run recreates a damaged file; another program may keep an intact one open.'
        return [pscustomobject] $status
    }
    $spool = Get-InnkeeperSpoolReport $path $state
    $instance = $null
    try { $instance = Read-InnkeeperJsonFile $path.instance }
    catch { $PSCmdlet.WriteVerbose((Get-InnkeeperErrorText $_)) }
    $status['server'] = $setting['server']
    $status['isEnrolled'] = $null -ne $instance -and [System.IO.File]::Exists($path.token)
    $status['hostId'] = $state['hostId']
    $status['instanceId'] = if ($null -ne $instance) { $instance['instanceId'] }
    $status['account'] = if ($setting['account']) { $setting['account'] } else { 'S-1-5-18' }
    $task = $null
    try { $task = Get-InnkeeperTask }
    catch { $PSCmdlet.WriteVerbose("The task cannot be queried: $(Get-InnkeeperErrorText $_)") }
    $status['task'] = if ($null -eq $task) { 'missing' } else { $task.state }
    $status['intervalSeconds'] = $state['intervalSeconds']
    $status['lastCollectedAt'] = $state['lastCollectedAt']
    $status['lastSentAt'] = $state['lastSentAt']
    $status['lastAnswer'] = $state['lastAnswer']
    $status['lastAnswerAt'] = $state['lastAnswerAt']
    $status['failedSections'] = $state['failedSections']
    $status['pending'] = $spool['pending']
    $status['oldestWaiting'] = $spool['oldestAt']
    $status['nextAttemptAt'] = if ($state['sendAgainAtMs'] -gt 0) { ConvertTo-InnkeeperTime (ConvertFrom-InnkeeperUnixTime $state['sendAgainAtMs']) }
    $status['dropped'] = $state['dropped']
    $status['refused'] = $state['refused']
    $status['lastError'] = $state['lastError']
    $status['lastErrorAt'] = $state['lastErrorAt']
    $silentSeconds = 0
    if ($state['seenAtMs'] -gt 0) { $silentSeconds = ((ConvertTo-InnkeeperUnixTime (Get-InnkeeperTime)) - $state['seenAtMs']) / 1000 }
    $status['advice'] = switch ($true) {
        (-not $status['isEnrolled']) { 'Enrol this host: Register-InnkeeperHost -Key ike_...'; break }
        ($null -eq $task) { 'The scheduled task is missing, or this account cannot see it. Run Install-Innkeeper to restore it.'; break }
        ($task.state -eq 'Disabled') { 'The scheduled task is disabled. Enable it in Task Scheduler, or run Install-Innkeeper.'; break }
        ($silentSeconds -gt $state['intervalSeconds'] + 600) { "The task has not run successfully since $(ConvertTo-InnkeeperTime (ConvertFrom-InnkeeperUnixTime $state['seenAtMs'])). Check its history in Task Scheduler: the cause may be an execution policy, or an account that cannot log on as a batch job."; break }
        ([bool] $state['runFailure']) { 'The last run failed. See the last error, and run Test-Innkeeper to find what is missing.'; break }
        ([bool] $state['readFailure']) { 'The host could not be read, or the data could not be stored. See the last error.'; break }
        ($state['alert'] -eq 1201 -or $state['alert'] -eq 1202) { 'The server does not accept this host. See the last error for what to do.'; break }
        ($state['alert'] -eq 1200) { 'The server does not accept snapshots now; they are kept. Run Test-Innkeeper to find where the connection fails.'; break }
        ($state['refused'] -gt 0) { "The server has refused snapshots. They are in $($path.refused) with the reasons. Update the agent or the server."; break }
        ([bool] $state['failedSections']) { 'Some sections could not be read. Run Get-InnkeeperSnapshot to see why; agent-rights.md lists the rights that each section needs.'; break }
        default { 'Nothing to do.' }
    }
    [pscustomobject] $status
}
