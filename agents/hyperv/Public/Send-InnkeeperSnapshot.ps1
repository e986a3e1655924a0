function Send-InnkeeperSnapshot {
    <#
    .SYNOPSIS
        Sends what waits in the spool now, without reading the host anew and without waiting for the time that a failure had set.
    .DESCRIPTION
        For after an outage, or after the server's address or certificate was put right. Use Invoke-InnkeeperAgent -Now for a
        fresh snapshot.
    .EXAMPLE
        Send-InnkeeperSnapshot

        Sends until nothing waits or the server does not take any, and says how many went.
    .EXAMPLE
        Send-InnkeeperSnapshot -WhatIf

        Says how many would be sent and where to.
    .OUTPUTS
        An object with sent, pending and answer.
    #>
    [CmdletBinding(SupportsShouldProcess)]
    param (
        # The agent's data, where they are not under C:\ProgramData\Innkeeper.
        [string] $DataPath
    )
    $path = Get-InnkeeperPath $DataPath
    $setting = Get-InnkeeperSetting $path
    if ($null -eq $setting) { throw 'The agent is not installed here: there is no settings.json. Run Install-Innkeeper.' }
    $token = Get-InnkeeperToken $path
    if (-not $token) { throw 'This host is not enrolled. Run Register-InnkeeperHost with an enrolment key.' }
    if (-not $PSCmdlet.ShouldProcess($setting['server'], "Send $(@(Get-InnkeeperSpool $path).Count) waiting snapshots")) { return }
    $lock = Enter-InnkeeperRun $path -WaitSeconds 60
    if ($null -eq $lock) { throw 'The agent is at work just now. Try again in a minute.' }
    try {
        $state = Get-InnkeeperState $path
        $sent = Send-InnkeeperWaiting -Path $path -Setting $setting -State $state -Token $token -IgnoreWait -BudgetSeconds 300
        [pscustomobject]@{ sent = $sent; pending = @(Get-InnkeeperSpool $path).Count; answer = $state['lastAnswer'] }
    }
    finally { $lock.Dispose() }
}
