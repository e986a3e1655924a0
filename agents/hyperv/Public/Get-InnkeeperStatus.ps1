function Get-InnkeeperStatus {
    <#
    .SYNOPSIS
        What the agent knows of itself, in one screen: version, server, last snapshot, what waits, last error and what to do.
    .EXAMPLE
        Get-InnkeeperStatus

        Shows it. Asks neither the server nor Hyper-V.
    .OUTPUTS
        An object.
    #>
    [CmdletBinding()]
    param (
        # The agent's data, where they are not under C:\ProgramData\Innkeeper.
        [string] $DataPath
    )
    $path = Get-InnkeeperPath $DataPath
    $setting = Get-InnkeeperSetting $path
    $status = [ordered]@{ version = Get-InnkeeperVersion; isInstalled = $null -ne $setting }
    if ($null -eq $setting) {
        $status['advice'] = 'The agent is not installed here. Run Install-Innkeeper.'
        return [pscustomobject] $status
    }
    $state = Get-InnkeeperState $path
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
    catch { $PSCmdlet.WriteVerbose("The task cannot be asked for: $(Get-InnkeeperErrorText $_)") }
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
        ($null -eq $task) { 'The scheduled task is missing, or this account may not see it. Install-Innkeeper puts it right.'; break }
        ($task.state -eq 'Disabled') { 'The scheduled task is disabled. Enable it in the Task Scheduler, or run Install-Innkeeper.'; break }
        ($silentSeconds -gt $state['intervalSeconds'] + 600) { "The task has not done its work since $(ConvertTo-InnkeeperTime (ConvertFrom-InnkeeperUnixTime $state['seenAtMs'])). Its history in the Task Scheduler says why: an execution policy, or an account that may not log on as a batch job."; break }
        ([bool] $state['runFailure']) { 'The last run failed: the last error says why, Test-Innkeeper what is missing.'; break }
        ([bool] $state['readFailure']) { 'What was read could not be kept, or nothing could be read: the last error says why.'; break }
        ($state['alert'] -eq 1201 -or $state['alert'] -eq 1202) { 'The server does not take this host: the last error says what to do.'; break }
        ($state['alert'] -eq 1200) { 'The server cannot be reached, what is read is kept. Test-Innkeeper says where the way ends.'; break }
        ($state['refused'] -gt 0) { "The server has refused snapshots; they lie in $($path.refused) with its reasons. Update the agent or the server."; break }
        ([bool] $state['failedSections']) { 'Some sections could not be read. Get-InnkeeperSnapshot says why, docs/agent-rights.md which right each needs.'; break }
        default { 'Nothing to do.' }
    }
    [pscustomobject] $status
}
