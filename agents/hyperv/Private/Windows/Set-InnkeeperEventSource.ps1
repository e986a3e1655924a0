function Set-InnkeeperEventSource {
    <#
    .SYNOPSIS
        Registers the event source Innkeeper, or removes it.
    #>
    [CmdletBinding()]
    param ([switch] $Remove)
    $exists = [System.Diagnostics.EventLog]::SourceExists('Innkeeper')
    if ($Remove -and $exists) { [System.Diagnostics.EventLog]::DeleteEventSource('Innkeeper') }
    if (-not $Remove -and -not $exists) { [System.Diagnostics.EventLog]::CreateEventSource('Innkeeper', 'Application') }
}
