function ConvertTo-InnkeeperRecord {
    <#
    .SYNOPSIS
        Copies properties of one object into an ordered dictionary of the wire, each by its kind.
    .DESCRIPTION
        A property that this version of Windows does not have, that is empty of meaning (null) or that fails to be read gives
        no key at all: nothing unread may become 0, false or "". Properties of Hyper-V objects are fetched when they are read,
        so a failure here is a failure of one property, noted in Problem, and never of the row.
    .EXAMPLE
        ConvertTo-InnkeeperRecord $switch ([ordered]@{ id = 'guid', 'Id'; name = 'text', 'Name' }) $problems
    #>
    [CmdletBinding()]
    [OutputType([System.Collections.Specialized.OrderedDictionary])]
    param (
        [Parameter(Mandatory)] [object] $From,

        # Wire key to a pair: the kind that ConvertTo-InnkeeperValue knows, and the property's name.
        [Parameter(Mandatory)] [System.Collections.Specialized.OrderedDictionary] $Field,

        # What could not be read is added here.
        [Parameter(Mandatory)] [AllowEmptyCollection()] [System.Collections.Generic.List[string]] $Problem
    )
    $record = [ordered]@{}
    foreach ($entry in $Field.GetEnumerator()) {
        $kind, $name = $entry.Value
        $property = $From.PSObject.Properties[$name]
        if ($null -eq $property) { continue }
        try {
            $value = ConvertTo-InnkeeperValue $kind $property.Value
            if ($null -ne $value) { $record[$entry.Key] = $value }
        }
        catch {
            $Problem.Add("${name}: $(Get-InnkeeperErrorText $_)")
        }
    }
    $record
}
