function Set-InnkeeperEventSource {
    <#
    .SYNOPSIS
        Makes the event source Innkeeper known to Windows, or unknown again.
    #>
    [CmdletBinding()]
    param ([switch] $Remove)
    $exists = [System.Diagnostics.EventLog]::SourceExists('Innkeeper')
    if ($Remove -and $exists) { [System.Diagnostics.EventLog]::DeleteEventSource('Innkeeper') }
    if (-not $Remove -and -not $exists) { [System.Diagnostics.EventLog]::CreateEventSource('Innkeeper', 'Application') }
}
