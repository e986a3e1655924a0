function Invoke-InnkeeperAgent {
    <#
    .SYNOPSIS
        One run of the agent: reads the host when that is due, then sends what waits. This is what the scheduled task calls.
    .DESCRIPTION
        The task ticks every minute; a run reads the host once in each interval, whose length the server tells. Everything that
        is read is on disk before it is sent. A run that finds another one at work ends at once.
    .EXAMPLE
        Invoke-InnkeeperAgent

        What the task does: reads if it is due, sends if something waits and the server did not ask to wait.
    .EXAMPLE
        Invoke-InnkeeperAgent -Now

        Reads the host and sends at once, whatever the schedule says.
    .OUTPUTS
        An object with isCollected, sent, pending and answer.
    #>
    [CmdletBinding(SupportsShouldProcess)]
    param (
        # Reads and sends at once, whether or not it is due.
        [switch] $Now,

        # The agent's data, where they are not under C:\ProgramData\Innkeeper.
        [string] $DataPath
    )
    $path = Get-InnkeeperPath $DataPath
    $setting = Get-InnkeeperSetting $path
    if ($null -eq $setting) { throw 'The agent is not installed here: there is no settings.json. Run Install-Innkeeper.' }
    if (-not $PSCmdlet.ShouldProcess($setting['server'], 'Read this host and send a snapshot')) { return }
    $lock = Enter-InnkeeperRun $path
    if ($null -eq $lock) {
        $PSCmdlet.WriteVerbose('Another run is at work.')
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
            $isCollected = Save-InnkeeperSnapshot $path $state $instanceId
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
