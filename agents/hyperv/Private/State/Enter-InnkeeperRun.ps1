function Enter-InnkeeperRun {
    <#
    .SYNOPSIS
        Takes the lock that lets one run work at a time; null when another one has it. Disposing it, or the end of the process, frees it.
    #>
    [CmdletBinding()]
    [OutputType([System.IO.FileStream])]
    param (
        [Parameter(Mandatory)] [hashtable] $Path,

        # How long a run that is at work is waited for.
        [int] $WaitSeconds = 0
    )
    [void] [System.IO.Directory]::CreateDirectory($Path.root)
    $watch = [System.Diagnostics.Stopwatch]::StartNew()
    for (;;) {
        try { return [System.IO.FileStream]::new($Path.lock, 'OpenOrCreate', 'ReadWrite', 'None') }
        catch {
            $cause = $_.Exception.GetBaseException()
            # Only "somebody has it" is an answer; a folder that may not be written, or a path that leads nowhere, is a fault.
            if ($cause.GetType() -ne [System.IO.IOException]) { throw }
        }
        if ($watch.Elapsed.TotalSeconds -ge $WaitSeconds) { return $null }
        [System.Threading.Thread]::Sleep(250)
    }
}
