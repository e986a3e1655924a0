function Enter-InnkeeperRun {
    <#
    .SYNOPSIS
        Takes the lock that lets one run work at a time; null when another one has it. Disposing it, or the end of the process, frees it.
    #>
    [CmdletBinding()]
    [OutputType([System.IO.FileStream])]
    param ([Parameter(Mandatory)] [hashtable] $Path)
    [void] [System.IO.Directory]::CreateDirectory($Path.root)
    try { return [System.IO.FileStream]::new($Path.lock, 'OpenOrCreate', 'ReadWrite', 'None') }
    catch {
        $cause = $_.Exception.GetBaseException()
        # Only "somebody has it" is an answer; a folder that may not be written is a fault.
        if ($cause -is [System.IO.IOException]) { return $null }
        throw
    }
}
