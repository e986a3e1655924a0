function Test-InnkeeperInstallation {
    <#
    .SYNOPSIS
        Preflight: whether the agent is installed, enrolled and scheduled, and whether its spool can be written.
    #>
    [CmdletBinding()]
    param ([Parameter(Mandatory)] [hashtable] $Path)
    if (-not [System.IO.File]::Exists($Path.settings)) { return New-InnkeeperCheck 'installation' 'warning' 'not installed' 'Run Install-Innkeeper, when the checks above are to your liking.' }
    New-InnkeeperCheck 'installation' 'ok' $Path.root
    if ([System.IO.File]::Exists($Path.token)) { New-InnkeeperCheck 'enrolment' 'ok' 'there is a token' }
    else { New-InnkeeperCheck 'enrolment' 'failed' 'there is no token' 'Register-InnkeeperHost -Key ike_...' }
    try {
        $task = Get-InnkeeperTask
        if ($null -eq $task) { New-InnkeeperCheck 'task' 'failed' 'there is no scheduled task' 'Install-Innkeeper puts it right.' }
        elseif ($task.state -eq 'Disabled') { New-InnkeeperCheck 'task' 'failed' "Disabled, as $($task.account)" 'Enable it in the Task Scheduler, or run Install-Innkeeper.' }
        else { New-InnkeeperCheck 'task' 'ok' "$($task.state), as $($task.account)" }
    }
    catch { New-InnkeeperCheck 'task' 'warning' (Get-InnkeeperErrorText $_) 'Run this elevated to see the task.' }
    try {
        Write-InnkeeperFile ([System.IO.Path]::Combine($Path.root, 'preflight')) ([byte[]] @(0))
        [System.IO.File]::Delete([System.IO.Path]::Combine($Path.root, 'preflight'))
        New-InnkeeperCheck 'data folder' 'ok' 'can be written'
    }
    catch { New-InnkeeperCheck 'data folder' 'failed' (Get-InnkeeperErrorText $_) 'The agent''s account needs Modify on this folder: Install-Innkeeper sets it.' }
}
