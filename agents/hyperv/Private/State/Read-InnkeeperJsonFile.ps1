function Read-InnkeeperJsonFile {
    <#
    .SYNOPSIS
        Reads one of the agent's own files; null if it does not exist. Throws InvalidDataException if it is damaged.
    .DESCRIPTION
        A run that replaces the file, or a virus scanner, keeps it for a moment: this waits up to a second for them. Only a file that
        was read and is not valid counts as damaged: one that cannot be opened may be intact, and must not be recreated.
    #>
    [CmdletBinding()]
    [OutputType([System.Collections.Specialized.OrderedDictionary])]
    param ([Parameter(Mandatory)] [string] $Path)
    $bytes = $null
    for ($try = 1; $null -eq $bytes; $try++) {
        if (-not [System.IO.File]::Exists($Path)) { return $null }
        try { $bytes = [System.IO.File]::ReadAllBytes($Path) }
        catch {
            $cause = $_.Exception.GetBaseException()
            if ($try -ge 5 -or $cause -isnot [System.IO.IOException] -and $cause -isnot [System.UnauthorizedAccessException]) { throw $cause }
            [System.Threading.Thread]::Sleep(100 * $try)
        }
    }
    $read = $null
    try { $read = ConvertFrom-InnkeeperJson $bytes }
    catch { throw [System.IO.InvalidDataException]::new("$Path is damaged: $(Get-InnkeeperErrorText $_)") }
    if ($read -isnot [System.Collections.IDictionary]) { throw [System.IO.InvalidDataException]::new("$Path is damaged: it does not contain an object.") }
    $read
}
