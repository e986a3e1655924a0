function ConvertTo-InnkeeperRecord ([object] $From, [System.Collections.Specialized.OrderedDictionary] $Field, [System.Collections.Generic.List[string]] $Problem) {
    <#
    .SYNOPSIS
        Copies properties of one object into an ordered dictionary of the wire, each by its kind.
    .DESCRIPTION
        Field maps a key of the wire to a pair: the kind that ConvertTo-InnkeeperValue knows, and the property's name. A property
        that this version of Windows does not have, that is null or that fails to be read gives no key at all: nothing unread may
        become 0, false or "". Properties of Hyper-V objects are fetched when they are read, so a failure here is one of a
        property, noted in Problem, and never of the row.
        Called for every row of a host, hundreds of VMs with it: so it has no parameter binder, and does the plain kinds itself.
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
