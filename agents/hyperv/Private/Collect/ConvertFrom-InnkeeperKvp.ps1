function ConvertFrom-InnkeeperKvp {
    <#
    .SYNOPSIS
        Parses the key-value pairs of one guest, each an embedded instance in XML. Null if there is none.
    .DESCRIPTION
        A guest writes these texts, so they are only parsed as XML, without a document type and without loading external
        resources. An item that is not XML does not affect others. At most 64 custom items per guest are kept, and at most
        256 items are read: otherwise one guest could make the whole host's report too large, or use up its time.
    #>
    [CmdletBinding()]
    [OutputType([System.Collections.Specialized.OrderedDictionary])]
    param (
        [Parameter(Mandatory)] [AllowEmptyCollection()] [AllowEmptyString()] [AllowNull()] [string[]] $Item,
        [Parameter(Mandatory)] [AllowEmptyCollection()] [System.Collections.Generic.List[string]] $Problem
    )
    $settings = [System.Xml.XmlReaderSettings]::new()
    $settings.DtdProcessing = 'Prohibit'
    $settings.XmlResolver = $null
    $settings.MaxCharactersInDocument = 64KB

    $pairs = [ordered]@{}
    $seen = 0
    foreach ($text in $Item) {
        if (++$seen -gt 256) { break }
        if ([string]::IsNullOrEmpty($text)) { continue }
        $name = $null
        $data = $null
        $reader = [System.Xml.XmlReader]::Create([System.IO.StringReader]::new($text), $settings)
        try {
            $document = [System.Xml.XmlDocument]::new()
            $document.XmlResolver = $null
            $document.Load($reader)
        }
        catch {
            $Problem.Add("An item is not XML: $(Get-InnkeeperErrorText $_)")
            continue
        }
        finally { $reader.Dispose() }
        foreach ($property in $document.GetElementsByTagName('PROPERTY')) {
            $value = $property.SelectSingleNode('VALUE')
            if ($null -eq $value) { continue }
            if ($property.GetAttribute('NAME') -eq 'Name') { $name = $value.InnerText }
            if ($property.GetAttribute('NAME') -eq 'Data') { $data = $value.InnerText }
        }
        if (-not [string]::IsNullOrEmpty($name) -and $null -ne $data) { $pairs[(Limit-InnkeeperText $name 256)] = Limit-InnkeeperText $data 1024 }
    }
    if ($pairs.Count -eq 0) { return $null }

    $known = [ordered]@{
        OSName = 'osName'; OSVersion = 'osVersion'; OSMajorVersion = 'osMajorVersion'; OSMinorVersion = 'osMinorVersion'
        OSBuildNumber = 'osBuildNumber'; ProcessorArchitecture = 'processorArchitecture'
        FullyQualifiedDomainName = 'fqdn'; IntegrationServicesVersion = 'integrationServicesVersion'
    }
    $addresses = [System.Collections.Generic.List[string]]::new()
    $guest = [ordered]@{}
    $items = [ordered]@{}
    foreach ($pair in $pairs.GetEnumerator()) {
        if ($known.Contains($pair.Key)) { $guest[$known[$pair.Key]] = $pair.Value }
        elseif ($pair.Key -in 'NetworkAddressIPv4', 'NetworkAddressIPv6') {
            # One text contains several addresses, separated by semicolons.
            foreach ($address in $pair.Value.Split(';')) { if ($address.Trim() -ne '' -and $addresses.Count -lt 64) { $addresses.Add($address.Trim()) } }
        }
        elseif ($items.Count -lt 64) { $items[$pair.Key] = $pair.Value }
    }
    if ($pairs.Contains('NetworkAddressIPv4') -or $pairs.Contains('NetworkAddressIPv6')) { $guest['ipAddresses'] = $addresses.ToArray() }
    $guest['items'] = $items
    $guest
}
