function Limit-InnkeeperBody {
    <#
    .SYNOPSIS
        Shortens a snapshot that is larger than the server accepts, one step further with each call, and reports it in a section.
    .DESCRIPTION
        The server would refuse the whole snapshot, including all host data, at every run. What guests can write without limit goes
        first: their custom items and notes, then all guest data but the operating system, and at last the VMs themselves, which
        then keep their last known values. The section says what is missing.
    #>
    [CmdletBinding()]
    param (
        [Parameter(Mandatory)] [System.Collections.Specialized.OrderedDictionary] $Body,
        [Parameter(Mandatory)] [ValidateRange(1, 3)] [int] $Step
    )
    $said = 'The snapshot was larger than the server accepts: '
    switch ($Step) {
        1 {
            foreach ($vm in $Body['vms']) {
                if ($null -ne $vm['guest']) { $vm['guest'].Remove('items') }
                if ($null -ne $vm['notes']) { $vm['notes'] = Limit-InnkeeperText $vm['notes'] 256 }
            }
            $said += 'the guests'' custom items were left out, notes were cut to 256 characters.'
        }
        2 {
            foreach ($vm in $Body['vms']) {
                $vm.Remove('notes')
                if ($null -eq $vm['guest']) { continue }
                $kept = [ordered]@{}
                foreach ($key in 'osName', 'osVersion', 'osMajorVersion', 'osMinorVersion', 'osBuildNumber', 'processorArchitecture', 'integrationServicesVersion') {
                    if ($null -ne $vm['guest'][$key]) { $kept[$key] = Limit-InnkeeperText $vm['guest'][$key] 128 }
                }
                $vm['guest'] = $kept
            }
            $said += 'notes, and all data of the guests but the operating system (cut to 128 characters), were left out.'
        }
        3 {
            $Body.Remove('vms')
            foreach ($section in $Body['sections']) {
                if ($section['name'] -ne 'vms') { continue }
                $section['status'] = 'failed'
                $section['error'] = 'The VMs were read, but their data is larger than the server accepts.'
            }
            $said += 'all VMs were left out. Their names, paths and adapters are unusually long.'
        }
    }
    $others = foreach ($section in $Body['sections']) { if ($section['name'] -ne 'size') { $section } }
    $Body['sections'] = @($others) + [ordered]@{
        name       = 'size'
        status     = if ($Step -eq 3) { 'failed' } else { 'partial' }
        durationMs = [long] 0
        error      = $said
    }
}
