function Read-InnkeeperJsonFile {
    <#
    .SYNOPSIS
        Reads one of the agent's own files; null if it does not exist. Throws if it is damaged.
    #>
    [CmdletBinding()]
    [OutputType([System.Collections.Specialized.OrderedDictionary])]
    param ([Parameter(Mandatory)] [string] $Path)
    if (-not [System.IO.File]::Exists($Path)) { return $null }
    $bytes = [System.IO.File]::ReadAllBytes($Path)
    $read = $null
    try { $read = ConvertFrom-InnkeeperJson $bytes }
    catch { throw "$Path is damaged: $(Get-InnkeeperErrorText $_)" }
    if ($read -isnot [System.Collections.IDictionary]) { throw "$Path is damaged: it does not contain an object." }
    $read
}
