# The tests' own process keeps its priority.
function Set-InnkeeperPriority { }
