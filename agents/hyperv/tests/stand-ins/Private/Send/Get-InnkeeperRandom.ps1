# Always the middle, so that a test can predict how long the agent waits.
function Get-InnkeeperRandom { 0.5 }
