function Get-InnkeeperPath {
    <#
    .SYNOPSIS
        Returns the paths of the agent's files, all in one folder: C:\ProgramData\Innkeeper unless another one is specified.
    #>
    [CmdletBinding()]
    [OutputType([hashtable])]
    param ([AllowEmptyString()] [string] $DataPath)
    $root = $DataPath
    if (-not $root) { $root = [System.IO.Path]::Combine((Get-InnkeeperSystemFolder CommonApplicationData), 'Innkeeper') }
    @{
        root     = $root
        settings = [System.IO.Path]::Combine($root, 'settings.json')
        instance = [System.IO.Path]::Combine($root, 'instance.json')
        token    = [System.IO.Path]::Combine($root, 'token.sealed')
        state    = [System.IO.Path]::Combine($root, 'state.json')
        cache    = [System.IO.Path]::Combine($root, 'cache.json')
        lock     = [System.IO.Path]::Combine($root, 'run.lock')
        spool    = [System.IO.Path]::Combine($root, 'spool')
        refused  = [System.IO.Path]::Combine($root, 'refused')
        log      = [System.IO.Path]::Combine($root, 'log')
    }
}
