function Get-InnkeeperKeywordPart {
    <#
    .SYNOPSIS
        Reads two advanced properties of the adapters' drivers, by adapter name. Slow, and changed only manually: read occasionally.
    #>
    [CmdletBinding()]
    [OutputType([hashtable])]
    param ()
    $problems = [System.Collections.Generic.List[string]]::new()
    # The keywords begin with an asterisk, which the cmdlet treats as a wildcard: the exact ones are selected here.
    $rows = (Read-InnkeeperRow 'Get-NetAdapterAdvancedProperty' { NetAdapter\Get-NetAdapterAdvancedProperty -RegistryKeyword '*RssOnHostVPorts', '*NetworkDirectTechnology' } $problems).rows
    if ($null -eq $rows) { return New-InnkeeperReading $null $problems }
    $keywords = [ordered]@{}
    foreach ($row in $rows) {
        if ($row.RegistryKeyword -notin '*RssOnHostVPorts', '*NetworkDirectTechnology') { continue }
        $name = [string] $row.Name
        if (-not $keywords.Contains($name)) { $keywords[$name] = [ordered]@{} }
        $keywords[$name][[string] $row.RegistryKeyword] = ConvertTo-InnkeeperInteger (@($row.RegistryValue)[0])
    }
    New-InnkeeperReading $keywords $problems
}
