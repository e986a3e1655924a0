# In place of the event log: a line a file that the test reads.
function Write-InnkeeperEvent ($Level, $EventId, $Message) {
    if ($env:AGENT_EVENTS) { [System.IO.File]::AppendAllText($env:AGENT_EVENTS, "$EventId $Level $Message`n") }
}
