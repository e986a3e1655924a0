# Replaces the event log: one line per event, in a file that the test reads.
function Write-InnkeeperEvent ($Level, $EventId, $Message) {
    if ($env:AGENT_EVENTS) { [System.IO.File]::AppendAllText($env:AGENT_EVENTS, "$EventId $Level $Message`n") }
}
