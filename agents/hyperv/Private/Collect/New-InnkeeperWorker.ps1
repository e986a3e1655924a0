function New-InnkeeperWorker {
    <#
    .SYNOPSIS
        A runspace that reads sections one after another, so that a section that hangs can be left behind.
    .DESCRIPTION
        One runspace serves all sections: modules are loaded once. After a hang a fresh one takes its place, for the old one
        may never come back. A job would need a second process, and a thread of ours would have no engine.
    #>
    [CmdletBinding()]
    [OutputType([hashtable])]
    param ()
    $runspace = [runspacefactory]::CreateRunspace([initialsessionstate]::CreateDefault2())
    $runspace.ThreadOptions = 'ReuseThread'
    $runspace.Open()
    $shell = [powershell]::Create()
    $shell.Runspace = $runspace
    try { [void] $shell.AddCommand('Import-Module').AddParameter('Name', $script:ModuleManifest).Invoke() }
    finally { $shell.Dispose() }
    @{ runspace = $runspace }
}
