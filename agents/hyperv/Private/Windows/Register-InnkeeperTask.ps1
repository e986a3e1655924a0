function Register-InnkeeperTask {
    <#
    .SYNOPSIS
        Registers the scheduled task, replacing an older one.
    #>
    [CmdletBinding()]
    param ([Parameter(Mandatory)] [string] $Xml)
    [void] (ScheduledTasks\Register-ScheduledTask -TaskPath '\Innkeeper\' -TaskName 'Innkeeper agent' -Xml $Xml -Force)
}
