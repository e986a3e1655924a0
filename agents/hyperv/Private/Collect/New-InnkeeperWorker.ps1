function New-InnkeeperWorker {
    <#
    .SYNOPSIS
        Creates a runspace that reads sections one after another, so that a section that hangs can be abandoned.
    .DESCRIPTION
        One runspace serves all sections: modules are loaded once. After a hang a new one replaces it, because the old one
        may never return. A job would need a second process, and a plain thread would have no PowerShell engine.
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
