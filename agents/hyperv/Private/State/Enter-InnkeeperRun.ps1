function Enter-InnkeeperRun {
    <#
    .SYNOPSIS
        Takes the lock that allows one run at a time; null if another run has it. Disposing it, or the end of the process, releases it.
    #>
    [CmdletBinding()]
    [OutputType([System.IO.FileStream])]
    param (
        [Parameter(Mandatory)] [hashtable] $Path,

        # How long to wait for a run in progress.
        [int] $WaitSeconds = 0
    )
    [void] [System.IO.Directory]::CreateDirectory($Path.root)
    $watch = [System.Diagnostics.Stopwatch]::StartNew()
    for (;;) {
        try { return [System.IO.FileStream]::new($Path.lock, 'OpenOrCreate', 'ReadWrite', 'None') }
        catch {
            $cause = $_.Exception.GetBaseException()
            # Only "file in use" means that the lock is taken; a folder without write access, or an invalid path, is an error.
            if ($cause.GetType() -ne [System.IO.IOException]) { throw }
        }
        if ($watch.Elapsed.TotalSeconds -ge $WaitSeconds) { return $null }
        [System.Threading.Thread]::Sleep(250)
    }
}
