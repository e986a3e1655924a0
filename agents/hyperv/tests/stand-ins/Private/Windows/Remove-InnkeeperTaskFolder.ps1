# Replaces the Task Scheduler object: its folder, which must be empty.
function Remove-InnkeeperTaskFolder { [System.IO.Directory]::Delete([System.IO.Path]::Combine($env:AGENT_ROOT, 'tasks', 'Innkeeper')) }
