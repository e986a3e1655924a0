function Write-InnkeeperLog {
    <#
    .SYNOPSIS
        Writes a line to the text log, and warnings and errors also to the Windows event log. Tokens are never logged.
    .DESCRIPTION
        The text log consists of five files of 1 MiB. Event ids are listed in docs/agent.md and keep their meaning.
    #>
    [CmdletBinding()]
    param (
        [Parameter(Mandatory)] [hashtable] $Path,
        [Parameter(Mandatory)] [ValidateSet('Information', 'Warning', 'Error')] [string] $Level,
        [Parameter(Mandatory)] [int] $EventId,
        [Parameter(Mandatory)] [string] $Message,

        # Also writes to the event log, although it is only information.
        [switch] $IsEvent
    )
    $text = $Message
    if ($IsEvent -or $Level -ne 'Information') {
        try { Write-InnkeeperEvent $Level $EventId $Message }
        catch { $text = "$Message (not in the event log: $(Get-InnkeeperErrorText $_))" }
    }
    try {
        [void] [System.IO.Directory]::CreateDirectory($Path.log)
        $file = [System.IO.Path]::Combine($Path.log, 'innkeeper.log')
        $info = [System.IO.FileInfo]::new($file)
        if ($info.Exists -and $info.Length -gt 1MB) {
            for ($number = 4; $number -ge 0; $number--) {
                $from = if ($number -eq 0) { $file } else { "$file.$number" }
                $to = "$file.$($number + 1)"
                if ([System.IO.File]::Exists($to)) { [System.IO.File]::Delete($to) }
                if ([System.IO.File]::Exists($from) -and $number -lt 4) { [System.IO.File]::Move($from, $to) }
            }
        }
        $line = '{0} {1,-11} {2} {3}' -f (ConvertTo-InnkeeperTime (Get-InnkeeperTime)), $Level, $EventId, ($text -replace '[\r\n]+', ' ')
        $bytes = [System.Text.UTF8Encoding]::new($false).GetBytes($line + [Environment]::NewLine)
        # Shared: an administrator's command and the task can write at the same time, and the file may be open for reading.
        $stream = [System.IO.FileStream]::new($file, 'Append', 'Write', 'ReadWrite, Delete')
        try { $stream.Write($bytes, 0, $bytes.Length) }
        finally { $stream.Dispose() }
    }
    # A log that another program has locked, or a full disk, must not cost a snapshot.
    catch { $PSCmdlet.WriteVerbose("Not written to the log: $text ($(Get-InnkeeperErrorText $_))") }
}
