function Get-InnkeeperTask {
    <#
    .SYNOPSIS
        Returns the scheduled task as { state, account }; null if there is none.
    #>
    [CmdletBinding()]
    [OutputType([hashtable])]
    param ()
    foreach ($task in (ScheduledTasks\Get-ScheduledTask -TaskPath '\Innkeeper\' -TaskName 'Innkeeper agent' -ErrorAction SilentlyContinue)) {
        return @{ state = [string] $task.State; account = [string] $task.Principal.UserId }
    }
    $null
}
