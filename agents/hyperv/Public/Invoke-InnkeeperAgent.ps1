function Invoke-InnkeeperAgent {
    <#
    .SYNOPSIS
        Runs the agent once: reads the host if it is due, then sends pending snapshots. The scheduled task calls this.
    .DESCRIPTION
        The task runs every minute; a run reads the host once per interval, whose length the server sets. All data is on disk
        before it is sent. If another run is in progress, this one ends immediately.
    .EXAMPLE
        Invoke-InnkeeperAgent

        What the task does: reads if due, sends if snapshots are pending and the server has not asked to wait.
    .EXAMPLE
        Invoke-InnkeeperAgent -Now

        Reads the host and sends immediately, regardless of the schedule.
    .OUTPUTS
        An object with isCollected, sent, pending and answer.
    #>
    [CmdletBinding(SupportsShouldProcess)]
    param (
        # Reads and sends immediately, whether or not it is due.
        [switch] $Now,

        # The agent's data folder, if it is not C:\ProgramData\Innkeeper.
        [string] $DataPath
    )
    $path = Get-InnkeeperPath $DataPath
    $setting = Get-InnkeeperSetting $path
    if ($null -eq $setting) { throw 'The agent is not installed here: settings.json is missing. Run Install-Innkeeper.' }
    if (-not $PSCmdlet.ShouldProcess($setting['server'], 'Read this host and send a snapshot')) { return }
    $lock = Enter-InnkeeperRun $path
    if ($null -eq $lock) {
        $PSCmdlet.WriteVerbose('Another run is in progress.')
        return
    }
    $state = $null
    try {
        Set-InnkeeperPriority
        $state = Get-InnkeeperState $path
        $machine = Get-InnkeeperMachine
        $instanceId = Get-InnkeeperInstance $path $machine.machineId
        $token = Get-InnkeeperToken $path
        if (-not $instanceId -or -not $token) { throw 'This host is not enrolled. Run Register-InnkeeperHost with an enrolment key.' }
        Add-InnkeeperLife $state
        $state['runFailure'] = $null
        $isCollected = $false
        $slot = Get-InnkeeperSlot (ConvertTo-InnkeeperUnixTime (Get-InnkeeperTime)) $state['intervalSeconds'] $instanceId
        if ($Now -or $slot -ne $state['slot']) {
            $isCollected = Save-InnkeeperSnapshot $path $setting $state $instanceId
            $state['slot'] = $slot
            Write-InnkeeperJsonFile $path.state $state
        }
        Limit-InnkeeperSpool $path $setting $state
        $sent = Send-InnkeeperWaiting -Path $path -Setting $setting -State $state -Token $token -IgnoreWait:$Now
        [pscustomobject]@{
            isCollected = $isCollected
            sent        = $sent
            pending     = @(Get-InnkeeperSpool $path).Count
            answer      = $state['lastAnswer']
        }
    }
    catch {
        $failure = $_
        Set-InnkeeperFailure $path $state 'runFailure' "The run failed: $(Get-InnkeeperErrorText $failure)"
        try { if ($null -ne $state) { Write-InnkeeperJsonFile $path.state $state } }
        catch { $PSCmdlet.WriteVerbose("The state cannot be written: $(Get-InnkeeperErrorText $_)") }
        throw $failure
    }
    finally { $lock.Dispose() }
}
