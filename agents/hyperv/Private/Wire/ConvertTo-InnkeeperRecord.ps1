function ConvertTo-InnkeeperRecord ([object] $From, [System.Collections.Specialized.OrderedDictionary] $Field, [System.Collections.Generic.List[string]] $Problem) {
    <#
    .SYNOPSIS
        Copies properties of one object into an ordered dictionary for the report, each by its kind.
    .DESCRIPTION
        Field maps a report key to a pair: a kind that ConvertTo-InnkeeperValue supports, and the property's name. A property
        that this version of Windows does not have, that is null or that cannot be read gives no key at all: an unread value must not
        become 0, false or "". Properties of Hyper-V objects are fetched when they are read, so an error here concerns one
        property, which is recorded in Problem, and never the row.
        Called for every row of a host, including hundreds of VMs: so it uses no parameter binding, and converts simple kinds itself.
    .EXAMPLE
        ConvertTo-InnkeeperRecord $switch ([ordered]@{ id = 'guid', 'Id'; name = 'text', 'Name' }) $problems
    #>
    $record = [ordered]@{}
    $properties = $From.PSObject.Properties
    foreach ($entry in $Field.GetEnumerator()) {
        $kind = $entry.Value[0]
        $property = $properties[$entry.Value[1]]
        if ($null -eq $property) { continue }
        try {
            $value = $property.Value
            if ($null -eq $value) { continue }
            if ($value -is [bool]) { if ($kind -ne 'flag') { continue } }
            elseif ($value -is [string] -and $kind -eq 'text' -and $value.Length -le 1024) { $value = [string] $value }
            else {
                $value = ConvertTo-InnkeeperValue $kind $value
                if ($null -eq $value) { continue }
            }
            $record[$entry.Key] = $value
        }
        catch { $Problem.Add("$($entry.Value[1]): $(Get-InnkeeperErrorText $_)") }
    }
    $record
}
