function Get-InnkeeperTask {
    <#
    .SYNOPSIS
        The scheduled task as { state, account }; null when there is none.
    #>
    [CmdletBinding()]
    [OutputType([hashtable])]
    param ()
    foreach ($task in (ScheduledTasks\Get-ScheduledTask -TaskPath '\Innkeeper\' -TaskName 'Innkeeper agent' -ErrorAction SilentlyContinue)) {
        return @{ state = [string] $task.State; account = [string] $task.Principal.UserId }
    }
    $null
}
