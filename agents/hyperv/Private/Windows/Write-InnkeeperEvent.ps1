function Write-InnkeeperEvent {
    <#
    .SYNOPSIS
        Writes one event of the source Innkeeper to the Application log. The source is registered when the agent is installed.
    #>
    [CmdletBinding()]
    param (
        [Parameter(Mandatory)] [string] $Level,
        [Parameter(Mandatory)] [int] $EventId,
        [Parameter(Mandatory)] [string] $Message
    )
    [System.Diagnostics.EventLog]::WriteEntry('Innkeeper', $Message, [System.Diagnostics.EventLogEntryType] $Level, $EventId)
}
