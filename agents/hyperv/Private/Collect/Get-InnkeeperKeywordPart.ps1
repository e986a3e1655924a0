function Get-InnkeeperKeywordPart {
    <#
    .SYNOPSIS
        Two advanced properties of the adapters' drivers, by adapter name. Slow, and changed by hand only: read now and then.
    #>
    [CmdletBinding()]
    [OutputType([hashtable])]
    param ()
    $problems = [System.Collections.Generic.List[string]]::new()
    # The keywords begin with a star, which the cmdlet takes as "anything": the exact one is chosen here.
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
