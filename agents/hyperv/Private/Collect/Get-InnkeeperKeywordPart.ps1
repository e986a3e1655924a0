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
    $read = Read-InnkeeperRow 'Get-NetAdapterAdvancedProperty' { NetAdapter\Get-NetAdapterAdvancedProperty -RegistryKeyword '*RssOnHostVPorts', '*NetworkDirectTechnology' } $problems
    if ($null -eq $read.rows) { return New-InnkeeperReading $null $problems $(if ($read.isMissing) { 'Get-NetAdapterAdvancedProperty is not available on this host.' }) }
    $keywords = [ordered]@{}
    foreach ($row in $read.rows) {
        $keyword = [string] (Get-InnkeeperProperty $row 'RegistryKeyword')
        if ($keyword -notin '*RssOnHostVPorts', '*NetworkDirectTechnology') { continue }
        $name = [string] (Get-InnkeeperProperty $row 'Name')
        if ($name -eq '') { $problems.Add('Get-NetAdapterAdvancedProperty: a row without Name is left out'); continue }
        if (-not $keywords.Contains($name)) { $keywords[$name] = [ordered]@{} }
        foreach ($value in (Get-InnkeeperProperty $row 'RegistryValue')) { $keywords[$name][$keyword] = ConvertTo-InnkeeperInteger $value; break }
    }
    New-InnkeeperReading $keywords $problems
}
