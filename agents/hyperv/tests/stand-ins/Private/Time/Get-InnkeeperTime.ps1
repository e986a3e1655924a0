# The clock of a test, if it has set one: Unix milliseconds in AGENT_NOW.
function Get-InnkeeperTime {
    if (-not $env:AGENT_NOW) { return [datetime]::UtcNow }
    [System.DateTimeOffset]::FromUnixTimeMilliseconds([long] $env:AGENT_NOW).UtcDateTime
}
