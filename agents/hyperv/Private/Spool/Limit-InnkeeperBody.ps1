function Limit-InnkeeperBody {
    <#
    .SYNOPSIS
        Shortens a snapshot that is too large by removing guest data and notes, which have no length limit, and reports this in a section.
    .DESCRIPTION
        The server would refuse the whole snapshot, including all host data. The guests' custom items are removed;
        notes are cut to 256 characters.
    #>
    [CmdletBinding()]
    param ([Parameter(Mandatory)] [System.Collections.Specialized.OrderedDictionary] $Body)
    foreach ($vm in $Body['vms']) {
        if ($null -ne $vm['guest']) { $vm['guest'].Remove('items') }
        if ($null -ne $vm['notes']) { $vm['notes'] = Limit-InnkeeperText $vm['notes'] 256 }
    }
    $Body['sections'] = @($Body['sections']) + [ordered]@{
        name       = 'size'
        status     = 'partial'
        durationMs = [long] 0
        error      = 'The snapshot was larger than the server accepts: the guests'' custom items were left out, notes were cut to 256 characters.'
    }
}
