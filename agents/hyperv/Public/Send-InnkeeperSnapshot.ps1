function Send-InnkeeperSnapshot {
    <#
    .SYNOPSIS
        Sends the pending snapshots in the spool now, without reading the host again and without the delay set after a failure.
    .DESCRIPTION
        Use it after an outage, or after the server's address or certificate was corrected. Use Invoke-InnkeeperAgent -Now for a
        fresh snapshot.
    .EXAMPLE
        Send-InnkeeperSnapshot

        Sends until nothing is pending or the server stops accepting snapshots, and returns how many were sent.
    .EXAMPLE
        Send-InnkeeperSnapshot -WhatIf

        Shows how many would be sent, and to which server.
    .OUTPUTS
        An object with sent, pending and answer.
    #>
    [CmdletBinding(SupportsShouldProcess)]
    param (
        # The agent's data folder, if it is not C:\ProgramData\Innkeeper.
        [string] $DataPath
    )
    $path = Get-InnkeeperPath $DataPath
    $setting = Get-InnkeeperSetting $path
    if ($null -eq $setting) { throw 'The agent is not installed here: settings.json is missing. Run Install-Innkeeper.' }
    $token = Get-InnkeeperToken $path
    if (-not $token) { throw 'This host is not enrolled. Run Register-InnkeeperHost with an enrolment key.' }
    if (-not $PSCmdlet.ShouldProcess($setting['server'], "Send $(@(Get-InnkeeperSpool $path).Count) pending snapshots")) { return }
    $lock = Enter-InnkeeperRun $path -WaitSeconds 60
    if ($null -eq $lock) { throw 'The agent is running. Try again in a minute.' }
    try {
        $state = Get-InnkeeperState $path
        $sent = Send-InnkeeperWaiting -Path $path -Setting $setting -State $state -Token $token -IgnoreWait -BudgetSeconds 300
        [pscustomobject]@{ sent = $sent; pending = @(Get-InnkeeperSpool $path).Count; answer = $state['lastAnswer'] }
    }
    finally { $lock.Dispose() }
}
