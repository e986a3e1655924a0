function Unregister-InnkeeperTask {
    <#
    .SYNOPSIS
        Removes the scheduled task, if there is one.
    #>
    [CmdletBinding()]
    param ()
    if ($null -ne (Get-InnkeeperTask)) { ScheduledTasks\Unregister-ScheduledTask -TaskPath '\Innkeeper\' -TaskName 'Innkeeper agent' -Confirm:$false }
}
