function Uninstall-Innkeeper {
    <#
    .SYNOPSIS
        Removes the agent from this host: task, data with identity, token and spool, event source, module.
    .DESCRIPTION
        The host remains on the server, shown as silent, until it is retired there. Pending snapshots are lost.
    .EXAMPLE
        Uninstall-Innkeeper

        Removes everything.
    .EXAMPLE
        Uninstall-Innkeeper -KeepLog -WhatIf

        Shows what would be removed if the log is kept.
    #>
    [CmdletBinding(SupportsShouldProcess, ConfirmImpact = 'High')]
    param (
        # Keeps C:\ProgramData\Innkeeper\log.
        [switch] $KeepLog,

        # The agent's data folder, if it is not C:\ProgramData\Innkeeper.
        [string] $DataPath,

        # The folder of the module, if it is not C:\Program Files\WindowsPowerShell\Modules\Innkeeper.
        [string] $ProgramPath = (Get-InnkeeperProgramPath)
    )
    if (-not (Get-InnkeeperAccount).rights['administrator']) { throw 'This requires an elevated Windows PowerShell: start it with "Run as administrator".' }
    $path = Get-InnkeeperPath $DataPath
    if ($PSCmdlet.ShouldProcess('\Innkeeper\Innkeeper agent', 'Remove the scheduled task')) {
        Unregister-InnkeeperTask
        try { Remove-InnkeeperTaskFolder }
        catch { $PSCmdlet.WriteVerbose("The task folder \Innkeeper was not removed: $(Get-InnkeeperErrorText $_)") }
    }
    if ([System.IO.Directory]::Exists($path.root) -and $PSCmdlet.ShouldProcess($path.root, 'Remove identity, token, settings and spool')) {
        $lock = Enter-InnkeeperRun $path -WaitSeconds 60
        if ($null -eq $lock) { throw 'The agent is running. Try again in a minute; the task is already removed.' }
        if ($KeepLog) { Write-InnkeeperLog $path Information 1002 'The agent was removed; this log was kept as requested.' -IsEvent }
        $lock.Dispose()
        foreach ($file in [System.IO.Directory]::GetFiles($path.root)) { [System.IO.File]::Delete($file) }
        foreach ($folder in [System.IO.Directory]::GetDirectories($path.root)) {
            if (-not ($KeepLog -and $folder -eq $path.log)) { [System.IO.Directory]::Delete($folder, $true) }
        }
        if (-not $KeepLog) { [System.IO.Directory]::Delete($path.root) }
    }
    if ($PSCmdlet.ShouldProcess('Application log', 'Remove the event source Innkeeper')) { Set-InnkeeperEventSource -Remove }
    if ([System.IO.Directory]::Exists($ProgramPath) -and $PSCmdlet.ShouldProcess($ProgramPath, 'Remove the module')) { [System.IO.Directory]::Delete($ProgramPath, $true) }
}
