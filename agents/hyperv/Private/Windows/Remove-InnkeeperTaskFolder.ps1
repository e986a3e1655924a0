function Remove-InnkeeperTaskFolder {
    <#
    .SYNOPSIS
        Removes the Task Scheduler folder \Innkeeper, which the ScheduledTasks cmdlets leave behind. Fails if it is not empty.
    #>
    [CmdletBinding()]
    param ()
    $service = [System.Activator]::CreateInstance([type]::GetTypeFromProgID('Schedule.Service', $true))
    $service.Connect()
    $service.GetFolder('\').DeleteFolder('Innkeeper', 0)
}
