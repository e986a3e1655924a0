# In place of the task scheduler's own object: its folder, which has to be empty.
function Remove-InnkeeperTaskFolder { [System.IO.Directory]::Delete([System.IO.Path]::Combine($env:AGENT_ROOT, 'tasks', 'Innkeeper')) }
