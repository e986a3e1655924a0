# Replaces the registry's list of event sources: a file that exists or not.
function Set-InnkeeperEventSource ([switch] $Remove) {
    $file = [System.IO.Path]::Combine($env:AGENT_ROOT, 'event-source')
    if ($Remove) { [System.IO.File]::Delete($file) } else { [System.IO.File]::WriteAllText($file, 'Innkeeper') }
}
