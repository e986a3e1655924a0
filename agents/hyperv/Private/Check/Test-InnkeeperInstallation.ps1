function Test-InnkeeperInstallation {
    <#
    .SYNOPSIS
        Preflight: checks that the agent is installed, enrolled and scheduled, and that its data folder is writable.
    #>
    [CmdletBinding()]
    param ([Parameter(Mandatory)] [hashtable] $Path)
    if (-not [System.IO.File]::Exists($Path.settings)) { return New-InnkeeperCheck 'installation' 'warning' 'not installed' 'Run Install-Innkeeper when the checks above are satisfactory.' }
    New-InnkeeperCheck 'installation' 'ok' $Path.root
    try {
        if (Get-InnkeeperToken $Path) { New-InnkeeperCheck 'enrolment' 'ok' 'token present, and this account can decrypt it' }
        else { New-InnkeeperCheck 'enrolment' 'failed' 'no token' 'Register-InnkeeperHost -Key ike_...' }
    }
    catch { New-InnkeeperCheck 'enrolment' 'failed' (Get-InnkeeperErrorText $_) 'Run this elevated. If it then fails, too, enrol again: Register-InnkeeperHost -Force.' }
    try {
        $task = Get-InnkeeperTask
        if ($null -eq $task) { New-InnkeeperCheck 'task' 'failed' 'no scheduled task' 'Run Install-Innkeeper to restore it.' }
        elseif ($task.state -eq 'Disabled') { New-InnkeeperCheck 'task' 'failed' "Disabled, as $($task.account)" 'Enable it in Task Scheduler, or run Install-Innkeeper.' }
        else { New-InnkeeperCheck 'task' 'ok' "$($task.state), as $($task.account)" }
    }
    catch { New-InnkeeperCheck 'task' 'warning' (Get-InnkeeperErrorText $_) 'Run this elevated to see the task.' }
    try {
        Write-InnkeeperFile ([System.IO.Path]::Combine($Path.root, 'preflight')) ([byte[]] @(0))
        [System.IO.File]::Delete([System.IO.Path]::Combine($Path.root, 'preflight'))
        New-InnkeeperCheck 'data folder' 'ok' 'writable'
    }
    catch { New-InnkeeperCheck 'data folder' 'failed' (Get-InnkeeperErrorText $_) 'The agent''s account needs Modify permission on this folder. Run Install-Innkeeper to set it.' }
}
